package vn.nhip.login;

import java.security.SecureRandom;
import java.time.Clock;
import vn.nhip.store.Store;

/** All that is to be known about who may come into one workspace. */
public record Logins(Users users, Passwords passwords, Invitations invitations, Sessions sessions, Audit audit) {

    public static Logins of(Store store, long workspace, Clock clock) {
        SecureRandom random = new SecureRandom();
        Passwords passwords = new Passwords(random);
        Users users = new Users(store, workspace, clock, passwords);
        return new Logins(
                users,
                passwords,
                new Invitations(store, workspace, clock, random, passwords, users),
                new Sessions(store, workspace, clock, random, users),
                new Audit(store, workspace, clock));
    }
}
