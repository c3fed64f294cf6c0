package vn.nhip.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.web.page.SeenAccount;

/** The last form before the first sync: names, and days and currency where the source does not say which. */
record ReviewForm(List<AccountConfig> accounts, Optional<LocalDate> historySince) {

    /** Empty when a zone, currency or day cannot be read. */
    static Optional<ReviewForm> read(Context context, List<SeenAccount> looks) {
        try {
            List<AccountConfig> accounts = new ArrayList<>();
            for (SeenAccount look : looks) {
                accounts.add(account(context, look));
            }
            Optional<LocalDate> since = Optional.of(Doors.sent(context, "since"))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse);
            return Optional.of(new ReviewForm(accounts, since));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static AccountConfig account(Context context, SeenAccount look) {
        AccountConfig seen = look.account();
        String title = Doors.sent(context, "title." + seen.name()).strip();
        return new AccountConfig(
                seen.name(),
                title.isEmpty() ? seen.title() : title,
                seen.connector(),
                look.notes()
                        .zone()
                        .orElseGet(() -> ZoneId.of(given(
                                context, "zone." + seen.name(), seen.zone().getId()))),
                look.notes()
                        .currency()
                        .orElseGet(() -> Currency.getInstance(given(
                                        context,
                                        "currency." + seen.name(),
                                        seen.currency().getCurrencyCode())
                                .toUpperCase(Locale.ROOT))),
                seen.settings(),
                seen.connection(),
                seen.heldBackLimit());
    }

    private static String given(Context context, String field, String otherwise) {
        String sent = Doors.sent(context, field).strip();
        return sent.isEmpty() ? otherwise : sent;
    }
}
