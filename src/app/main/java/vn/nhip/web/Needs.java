package vn.nhip.web;

import io.javalin.security.RouteRole;
import java.util.Optional;
import vn.nhip.login.Role;

/** Who may use a route. */
enum Needs implements RouteRole {
    /** Anybody who reaches the port. */
    NOTHING(Optional.empty()),
    /** Whoever knows the secret address; sent by machines and by pages elsewhere, and nothing of ours is shown for it. */
    ADDRESS(Optional.empty()),
    VIEWER(Optional.of(Role.VIEWER)),
    EDITOR(Optional.of(Role.EDITOR)),
    ADMIN(Optional.of(Role.ADMIN));

    private final Optional<Role> role;

    Needs(Optional<Role> role) {
        this.role = role;
    }

    Optional<Role> role() {
        return role;
    }
}
