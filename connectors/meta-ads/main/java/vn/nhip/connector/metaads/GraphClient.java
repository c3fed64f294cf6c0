package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APIException;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;
import vn.nhip.spi.SourceNotes;

/** Makes one call of the SDK at a time, with the connection's token of that moment. */
final class GraphClient implements AutoCloseable {

    private static final String VERSION_HEADER = "facebook-api-version";

    private final GraphPlace place;
    private final Access access;

    GraphClient(GraphPlace place, Access access) {
        GraphExecutor.install();
        this.place = place;
        this.access = access;
    }

    /** One request of the SDK. */
    @FunctionalInterface
    interface Ask<T> {
        T of(GraphContext context) throws APIException;
    }

    /** What the SDK made of an answer, the answer itself, and what Meta said beside it. */
    record Answer<T>(T value, GraphReply reply, SourceNotes notes) {}

    /**
     * Makes the call.
     *
     * @throws GraphRefusal when Meta answers with an error
     * @throws ConnectorException when nothing that can be read comes back
     */
    <T> Answer<T> ask(Ask<T> request) {
        Secret token = access.token();
        GraphContext context = new GraphContext(place, token);
        try {
            T value = request.of(context);
            return new Answer<>(value, context.reply(), notes(context));
        } catch (GraphRefusal refusal) {
            if (refusal.reason() == GraphRefusal.Reason.TOKEN
                    || refusal.reply().http().status() == 401) {
                access.refused(token);
            }
            throw refusal;
        } catch (APIException | IllegalStateException | JsonParseException unreadable) {
            throw ConnectorException.data(
                    context.reply().http().call() + " was answered in a form that Meta's SDK cannot read");
        }
    }

    /** The call's result, its refusals thrown as what they mean to the engine. */
    static <T> T plainly(Supplier<T> work) {
        try {
            return work.get();
        } catch (GraphRefusal refusal) {
            throw refusal.failure();
        }
    }

    private SourceNotes notes(GraphContext context) {
        List<String> drift = new ArrayList<>();
        context.reply()
                .http()
                .header(VERSION_HEADER)
                .filter(served -> !served.equals(place.version()))
                .ifPresent(served -> drift.add("Meta was asked in version " + place.version() + " and answered in "
                        + served + ": the version asked for has ended"));
        return new SourceNotes(
                Optional.empty(), Optional.empty(), context.usage().quotas(), drift);
    }

    @Override
    public void close() {
        place.http().close();
    }
}
