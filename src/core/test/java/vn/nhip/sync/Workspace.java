package vn.nhip.sync;

import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig;

/** A workspace whose accounts all read the made-up source. */
final class Workspace {

    private Workspace() {}

    static WorkspaceConfig of(String id, String... accounts) {
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        Currency currency = Currency.getInstance("VND");
        Map<String, WorkspaceConfig.AccountConfig> byName = new LinkedHashMap<>();
        for (String account : accounts) {
            byName.put(
                    account, new WorkspaceConfig.AccountConfig(account, account, "made-up", zone, currency, Map.of()));
        }
        return new WorkspaceConfig(
                id,
                id,
                new WorkspaceConfig.Calendar(zone, currency, Optional.empty(), Optional.empty()),
                WorkspaceConfig.Language.VI,
                false,
                byName,
                Map.of(),
                Map.of());
    }
}
