package vn.nhip.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * One inquiry: a form sent, a call, a chat, or a lead in the CRM.
 *
 * <p>Time: an instant. The same person again within 30 days counts as the same lead; that is the metric's work.
 */
public record Lead(String id, Instant createdAt, Optional<Person> person, Origin origin, String channel, Status status)
        implements Fact {

    public enum Origin {
        FORM,
        CALL,
        CHAT,
        CRM;

        public String id() {
            return Names.kebab(name());
        }
    }

    public enum Status {
        OPEN,
        QUALIFIED,
        WON,
        LOST,
        SPAM;

        public String id() {
            return Names.kebab(name());
        }
    }

    public Lead {
        Names.requireText(id, "lead id");
    }

    @Override
    public FactKind kind() {
        return FactKind.LEAD;
    }

    @Override
    public String key() {
        return id;
    }
}
