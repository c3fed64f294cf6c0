package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.nhip.sandbox.truth.BookEntry.Side;

/**
 * The business's own KPI values, counted straight from what happened: the answers that Nhịp has to reach.
 *
 * <p>Shape: a KPI is read for the day, ISO week or month that holds a day. Time: the business zone.
 */
public final class TruthKpis {
    private static final int ACTIVE_DAYS = 90;
    private static final BigDecimal LONGEST_LIFE = BigDecimal.valueOf(60);
    private static final int SATISFIED_FROM = 4;

    private final Truth truth;
    private final CustomerDays customers;
    private final Bookkeeping books;
    private final ByDay<Sale> sales;
    private final ByDay<Payback> paybacks;
    private final ByDay<Mailing> mailings;
    private final ByDay<LocalDate> leads;
    private final boolean humansOnly;

    public TruthKpis(Truth truth) {
        this(truth, true);
    }

    /** Of a business whose mail tool cannot tell link scanners from people: every clicker counts. */
    public static TruthKpis countingEveryClicker(Truth truth) {
        return new TruthKpis(truth, false);
    }

    private TruthKpis(Truth truth, boolean humansOnly) {
        this.humansOnly = humansOnly;
        ZoneId zone = truth.span().zone();
        this.truth = truth;
        this.customers = new CustomerDays(truth.trade(), zone);
        this.books = new Bookkeeping(truth);
        this.sales = new ByDay<>(
                truth.trade().sales().stream().filter(Sale::counts).toList(),
                sale -> sale.at().atZone(zone).toLocalDate());
        this.paybacks = new ByDay<>(
                truth.trade().paybacks(), back -> back.at().atZone(zone).toLocalDate());
        this.mailings = new ByDay<>(
                truth.web().mailings(), mailing -> mailing.sentAt().atZone(zone).toLocalDate());
        this.leads = new ByDay<>(LeadDays.of(truth.web().inquiries(), zone), day -> day);
    }

    /** The KPI of the period of its own cadence that holds the day. */
    public Figure of(Headline kpi, LocalDate day) {
        return of(kpi, Period.of(kpi.cadence(), day));
    }

    /** The KPI of any period; unique users exist for whole days, weeks and months only. */
    public Figure of(Headline kpi, Period period) {
        return switch (kpi) {
            case WEBSITE_TRAFFIC -> websiteTraffic(period);
            case LEADS -> Figure.of(leads.in(period).count());
            case SALES -> Figure.of(net(period));
            case CONVERSION_RATE -> conversionRate(period);
            case ADVERTISING_COST -> books.adCost(period).map(Figure::of).orElse(Figure.UNDEFINED);
            case NEW_CUSTOMERS -> historyReaches(period.from()) ? Figure.of(customers.newIn(period)) : Figure.UNDEFINED;
            case CUSTOMER_RETENTION_RATE -> retention(period);
            case AVERAGE_ORDER_VALUE -> averageOrderValue(period);
            case EMAIL_OPEN_RATE -> openRate(period);
            case EMAIL_CLICK_THROUGH_RATE -> clickThroughRate(period);
            case REVENUE -> Figure.of(books.booked(period, Side.REVENUE));
            case NET_PROFIT -> netProfit(period);
            case CUSTOMER_ACQUISITION_COST -> acquisitionCost(period);
            case CUSTOMER_LIFETIME_VALUE -> lifetimeValue(period);
            case CUSTOMER_SATISFACTION -> satisfaction(period);
        };
    }

    private boolean historyReaches(LocalDate day) {
        return !day.isBefore(truth.span().firstDay());
    }

    private Figure websiteTraffic(Period period) {
        return truth.web().uniqueUsers().stream()
                .filter(users -> Period.of(users.grain(), users.start()).equals(period))
                .findFirst()
                .map(users -> Figure.of(users.users()))
                .orElse(Figure.UNDEFINED);
    }

    private BigDecimal net(Period period) {
        BigDecimal back = paybacks.in(period).map(Payback::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sales.in(period)
                .map(Sale::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(back);
    }

    private Figure conversionRate(Period period) {
        long buyers = sales.in(period)
                .filter(sale -> sale.channel() == Sale.Channel.WEB && sale.earns())
                .flatMap(sale -> sale.shopper().stream())
                .map(Shopper::id)
                .distinct()
                .count();
        return websiteTraffic(period)
                .value()
                .map(users -> Figure.ratio(BigDecimal.valueOf(buyers), users))
                .orElse(Figure.UNDEFINED);
    }

    /** (E − N) ÷ S: active in the 90 days up to the eve of the period (S) and up to its last day (E), new in it (N). */
    private Figure retention(Period period) {
        Period before = trailing(period.from().minusDays(1));
        if (!historyReaches(before.from())) {
            return Figure.UNDEFINED;
        }
        long atEnd = customers.activeIn(trailing(period.to())).size();
        return Figure.ratio(
                atEnd - customers.newIn(period), customers.activeIn(before).size());
    }

    private static Period trailing(LocalDate last) {
        return new Period(last.minusDays(ACTIVE_DAYS - 1L), last);
    }

    private Figure averageOrderValue(Period period) {
        long paid = sales.in(period).filter(Sale::earns).count();
        return Figure.ratio(net(period), BigDecimal.valueOf(paid));
    }

    private Figure openRate(Period period) {
        List<Mailing> sent = mailings.in(period).toList();
        return Figure.ratio(
                sent.stream()
                        .mapToLong(mailing -> mailing.response().ownOpens())
                        .sum(),
                delivered(sent));
    }

    private long clickers(Mailing.Response response) {
        return humansOnly ? response.humanClickers() : response.clickers();
    }

    private Figure clickThroughRate(Period period) {
        List<Mailing> sent = mailings.in(period).toList();
        return Figure.ratio(
                sent.stream().mapToLong(mailing -> clickers(mailing.response())).sum(), delivered(sent));
    }

    private static long delivered(List<Mailing> sent) {
        return sent.stream().mapToLong(Mailing::delivered).sum();
    }

    private Figure netProfit(Period period) {
        BigDecimal costs = books.booked(
                period, Side.COST_OF_GOODS, Side.MARKETING, Side.SALES, Side.RETENTION, Side.OPERATING, Side.TAX);
        return Figure.of(books.booked(period, Side.REVENUE).subtract(costs));
    }

    private Figure acquisitionCost(Period month) {
        if (!historyReaches(month.from())) {
            return Figure.UNDEFINED;
        }
        BigDecimal newcomers = BigDecimal.valueOf(customers.newIn(month));
        return books.acquisitionCost(month)
                .map(cost -> Figure.ratio(cost, newcomers))
                .orElse(Figure.UNDEFINED);
    }

    /**
     * Revenue per customer × months that they stay (1 ÷ churn, 60 at most) − what it costs to keep one; customers are
     * those active at the month's end, churn is what the month's retention leaves.
     */
    private Figure lifetimeValue(Period month) {
        BigDecimal active =
                BigDecimal.valueOf(customers.activeIn(trailing(month.to())).size());
        Figure kept = retention(month);
        Optional<BigDecimal> cost = books.retentionCost(month);
        if (active.signum() == 0 || kept.value().isEmpty() || cost.isEmpty()) {
            return Figure.UNDEFINED;
        }
        BigDecimal atStart = kept.denominator().orElseThrow();
        BigDecimal lost = atStart.subtract(kept.numerator().orElseThrow());
        BigDecimal life = lost.signum() <= 0
                ? LONGEST_LIFE
                : atStart.divide(lost, MathContext.DECIMAL128).min(LONGEST_LIFE);
        BigDecimal revenue = books.booked(month, Side.REVENUE).divide(active, MathContext.DECIMAL128);
        BigDecimal care = cost.get().divide(active, MathContext.DECIMAL128);
        return Figure.of(revenue.multiply(life, MathContext.DECIMAL128).subtract(care));
    }

    private Figure satisfaction(Period period) {
        List<Answer> answers = truth.web().answers().stream()
                .filter(answer -> period.holds(answer.at(), truth.span().zone()))
                .toList();
        long satisfied = answers.stream()
                .filter(answer -> answer.score() >= SATISFIED_FROM)
                .count();
        return Figure.ratio(satisfied, answers.size());
    }
}
