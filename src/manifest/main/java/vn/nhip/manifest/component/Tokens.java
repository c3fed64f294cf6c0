package vn.nhip.manifest.component;

import java.util.Optional;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.Secret;

/** The tokens that one request may be signed with. */
public interface Tokens {

    /** That of the account's connection, where the engine keeps and renews it as a whole. */
    Optional<Secret> connected();

    /** That which a call of the manifest's own gives, kept while it holds. */
    String fetched(TokenCall call, Scope scope);
}
