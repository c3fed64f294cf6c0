package vn.nhip.sandbox.truth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * Everything that happened in one business from its first day to its last, both included.
 *
 * <p>Shape: every list is in order of time. Time: the business zone; instants are UTC.
 */
public record Truth(Span span, List<Shopper> shoppers, Trade trade, Web web, Books books) {

    /** The days of the model, their zone, and the last month whose books are closed. */
    public record Span(LocalDate firstDay, LocalDate lastDay, ZoneId zone, YearMonth closedThrough) {}

    /** Orders, money given back, and the partners who are customers by contract. */
    public record Trade(List<Sale> sales, List<Payback> paybacks, List<Partner> partners) {
        public Trade {
            sales = List.copyOf(sales);
            paybacks = List.copyOf(paybacks);
            partners = List.copyOf(partners);
        }
    }

    /** Visits, unique users, advertising, mailings, inquiries and survey answers. */
    public record Web(
            List<VisitDay> visits,
            List<UniqueUsers> uniqueUsers,
            List<AdSpend> ads,
            List<Mailing> mailings,
            List<Inquiry> inquiries,
            List<Answer> answers) {
        public Web {
            visits = List.copyOf(visits);
            uniqueUsers = List.copyOf(uniqueUsers);
            ads = List.copyOf(ads);
            mailings = List.copyOf(mailings);
            inquiries = List.copyOf(inquiries);
            answers = List.copyOf(answers);
        }
    }

    /** The journal, what people keep by hand beside it, the dollar's rate, and people who entered the shop. */
    public record Books(
            List<BookEntry> journal, List<HandEntry> byHand, List<DollarRate> rates, List<FootCount> footCounts) {
        public Books {
            journal = List.copyOf(journal);
            byHand = List.copyOf(byHand);
            rates = List.copyOf(rates);
            footCounts = List.copyOf(footCounts);
        }
    }

    public Truth {
        shoppers = List.copyOf(shoppers);
    }
}
