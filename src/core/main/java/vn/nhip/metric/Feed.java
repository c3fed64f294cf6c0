package vn.nhip.metric;

import java.util.List;
import vn.nhip.spi.FactKind;

/**
 * The accounts whose facts of one kind count, strongest first.
 *
 * <p>Shape: {@code problem} is empty, or the reason code why nothing of this kind can be counted ({@code no-source},
 * {@code several-sources}); then there are no accounts.
 */
public record Feed(FactKind kind, List<Long> accounts, String problem) {

    public Feed {
        accounts = List.copyOf(accounts);
    }

    public boolean ok() {
        return problem.isEmpty();
    }

    /** No account gives such facts at all: where the facts are only an addition, that counts as none of them. */
    public boolean absent() {
        return problem.startsWith("no-source");
    }

    /** The ids as an SQL list; never empty. */
    public String sqlList() {
        return accounts.isEmpty()
                ? "(-1)"
                : accounts.toString().replace('[', '(').replace(']', ')');
    }
}
