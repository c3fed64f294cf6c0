package vn.nhip.kit.facts;

import java.util.Optional;
import vn.nhip.spi.Customer;
import vn.nhip.spi.Lead;

/** Leads, and customers that the source knows. */
final class LeadMapper {

    private LeadMapper() {}

    static FactMapper of(Attributes attributes) {
        Attribute id = attributes.required("id");
        Attribute createdAt = attributes.required("created-at");
        Attribute origin = attributes.required("origin");
        Attribute channel = attributes.required("channel");
        Attribute status = attributes.required("status");
        Optional<PersonReader> person = PersonReader.of(attributes);
        return group -> new Lead(
                id.text(group),
                createdAt.instant(group),
                person.flatMap(reader -> reader.find(group)),
                origin.choice(group, Lead.Origin.class),
                channel.text(group),
                status.choice(group, Lead.Status.class));
    }

    static FactMapper customers(Attributes attributes) {
        Attribute id = attributes.required("id");
        Attribute since = attributes.required("since");
        Attribute activeUntil = attributes.optional("active-until");
        Optional<PersonReader> person = PersonReader.of(attributes);
        if (person.isEmpty()) {
            attributes.scope().problems().add(attributes.map().problem("'person' is missing"));
        }
        return group -> new Customer(
                id.text(group),
                person.flatMap(reader -> reader.find(group))
                        .orElseThrow(() -> id.refusal(
                                0, "", "belongs to nobody: e-mail, phone and external id of the person are all empty")),
                since.day(group),
                activeUntil.findDay(group));
    }
}
