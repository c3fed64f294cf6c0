package vn.nhip.nights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.nhip.config.OperatorConfig;
import vn.nhip.connection.Credential;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.oauth.OAuthFault;

/**
 * A source on loopback with its login, and the truth that it tells.
 *
 * <p>Shape: {@code F} is how a call of it can fail.
 */
interface Platform<F> extends AutoCloseable {

    String connector();

    /** How the connector is set to read it; whether it is to wait no longer than a second for an answer. */
    Map<String, String> settings(boolean impatient);

    /** A new way in, as a person who connects it gives it. */
    Credential credential();

    /** Where it is called. */
    OperatorConfig operator();

    /** From now on calls fail like this; they are counted anew. */
    void fail(FaultPlan<F> plan);

    /** Calls since then. */
    int calls();

    /** From now on the login fails like this; its calls are counted anew. */
    void failLogin(FaultPlan<OAuthFault> plan);

    /** Calls of the login since then. */
    int loginCalls();

    /** What the store must hold of these days after the last of them: key and content of each fact that counts. */
    Map<String, String> truth(LocalDate first, LocalDate last);

    /** The store's facts, in the words of the truth: statements for key and content, of a workspace from a day on. */
    List<String> statements();

    @Override
    void close();
}
