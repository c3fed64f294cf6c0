package vn.nhip.sandbox.truth;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days on which somebody became a lead: whoever asked in the 30 days before is the same lead still. */
final class LeadDays {
    private static final int SAME_LEAD_DAYS = 30;

    private LeadDays() {}

    static List<LocalDate> of(List<Inquiry> inquiries, ZoneId zone) {
        Map<String, LocalDate> lastAsked = new HashMap<>();
        List<LocalDate> leads = new ArrayList<>();
        inquiries.stream()
                .filter(inquiry -> inquiry.state() != Inquiry.State.SPAM)
                .sorted(Comparator.comparing(Inquiry::at))
                .forEach(inquiry -> {
                    LocalDate day = inquiry.at().atZone(zone).toLocalDate();
                    String who = inquiry.shopper().map(Shopper::id).orElse("unknown " + inquiry.id());
                    LocalDate last = lastAsked.put(who, day);
                    if (last == null || last.plusDays(SAME_LEAD_DAYS).isBefore(day)) {
                        leads.add(day);
                    }
                });
        return leads;
    }
}
