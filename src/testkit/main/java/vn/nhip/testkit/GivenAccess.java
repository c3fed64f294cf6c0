package vn.nhip.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.nhip.spi.Access;
import vn.nhip.spi.Secret;

/** A connection with one token, which remembers how often it was told that the token was refused. */
public record GivenAccess(Secret token, List<Secret> refusals) implements Access {

    public static GivenAccess of(String token) {
        return new GivenAccess(Secret.of(token), new CopyOnWriteArrayList<>());
    }

    @Override
    public void refused(Secret refused) {
        refusals.add(refused);
    }
}
