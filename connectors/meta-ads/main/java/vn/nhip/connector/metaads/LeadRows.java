package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.Lead;
import com.facebook.ads.sdk.UserLeadGenFieldData;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhip.kit.facts.Contacts;
import vn.nhip.kit.report.UnreadableField;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Person;
import vn.nhip.spi.Rejected;

/**
 * Leads of one page, as facts: when, and who by e-mail and phone. What else people answered stays in the raw page.
 *
 * <p>A contact that is no address or number is left out, the lead is kept.
 */
final class LeadRows {

    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");
    private static final Set<String> EMAILS = Set.of("email", "work_email");
    private static final Set<String> PHONES = Set.of("phone_number", "work_phone_number");

    private final Contacts contacts;
    private final Instant from;
    private final Instant until;
    private final List<Envelope> facts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int outside;

    LeadRows(Contacts contacts, Instant from, Instant until) {
        this.contacts = contacts;
        this.from = from;
        this.until = until;
    }

    LeadRows read(List<Lead> leads, JsonNode records) {
        for (int i = 0; i < records.size(); i++) {
            take(leads.get(i), "data/" + i, records.get(i));
        }
        return this;
    }

    private void take(Lead lead, String at, JsonNode record) {
        try {
            Instant created = created(lead.getFieldCreatedTime());
            if (created.isBefore(from) || !created.isBefore(until)) {
                outside++;
            } else {
                facts.add(new Envelope(fact(lead, created), 0, at));
            }
        } catch (UnreadableField field) {
            rejected.add(new Rejected(at, field.name(), "", field.reason(), record.toString()));
        }
    }

    private vn.nhip.spi.Lead fact(Lead lead, Instant created) {
        String id = Optional.ofNullable(lead.getFieldId()).orElseThrow(() -> new UnreadableField("id", "is missing"));
        return new vn.nhip.spi.Lead(
                id,
                created,
                person(lead),
                vn.nhip.spi.Lead.Origin.FORM,
                Boolean.TRUE.equals(lead.getFieldIsOrganic()) ? "organic-social" : "paid-social",
                vn.nhip.spi.Lead.Status.OPEN);
    }

    private Optional<Person> person(Lead lead) {
        Set<IdentityKey> keys = new HashSet<>();
        for (UserLeadGenFieldData answer :
                Optional.ofNullable(lead.getFieldFieldData()).orElse(List.of())) {
            values(answer, EMAILS)
                    .map(contacts::email)
                    .flatMap(Optional::stream)
                    .forEach(keys::add);
            values(answer, PHONES)
                    .map(contacts::phone)
                    .flatMap(Optional::stream)
                    .forEach(keys::add);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Person(keys));
    }

    private static Stream<String> values(UserLeadGenFieldData answer, Set<String> names) {
        boolean wanted = answer.getFieldName() != null && names.contains(answer.getFieldName());
        return wanted ? Optional.ofNullable(answer.getFieldValues()).orElse(List.of()).stream() : Stream.empty();
    }

    private static Instant created(@Nullable String text) {
        try {
            return OffsetDateTime.parse(Optional.ofNullable(text).orElse(""), CREATED)
                    .toInstant();
        } catch (DateTimeException noInstant) {
            throw new UnreadableField("created_time", "is no time");
        }
    }

    List<Envelope> facts() {
        return facts;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** Records of other days, which were not asked for. */
    int outside() {
        return outside;
    }
}
