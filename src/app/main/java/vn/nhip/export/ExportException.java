package vn.nhip.export;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import vn.nhip.config.WorkspaceConfig.Language;

/**
 * An export that cannot be made as asked: what is wrong, where, and what to do.
 *
 * <p>The message is English; {@link #in(Labels)} says the same in the reader's language.
 */
public final class ExportException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String key;
    private final String[] arguments;

    ExportException(String key, String... arguments) {
        this(null, key, arguments);
    }

    ExportException(@Nullable Throwable cause, String key, String... arguments) {
        super(Labels.of(Language.EN).text(key, arguments), cause);
        this.key = key;
        this.arguments = arguments.clone();
    }

    public String in(Labels labels) {
        return labels.text(key, arguments);
    }
}
