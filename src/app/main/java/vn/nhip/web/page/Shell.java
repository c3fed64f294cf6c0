package vn.nhip.web.page;

import java.util.Optional;
import vn.nhip.login.Role;
import vn.nhip.login.User;

/**
 * What stands around every page.
 *
 * <p>Shape: {@code section} is the part of the menu that is lit; {@code assets} is
 * the version of style and script; {@code formToken} goes with every form that changes
 * something; {@code removable} says whether the sample can be thrown away; {@code said} is what came of the last one, already in words.
 */
public record Shell(
        Wording words,
        String business,
        boolean sample,
        boolean removable,
        String section,
        String path,
        String assets,
        Optional<User> user,
        String formToken,
        String said) {

    String text(String key, String... arguments) {
        return words.text(key, arguments);
    }

    /** The address of a style or script. */
    String asset(String name) {
        return "/static/" + assets + "/" + name;
    }

    boolean may(Role role) {
        return user.map(User::role).filter(has -> has.may(role)).isPresent();
    }

    /** Whether the person who looks is the one of this name. */
    boolean is(String name) {
        return user.filter(who -> who.name().equals(name)).isPresent();
    }

    boolean lit(String part) {
        return section.equals(part);
    }
}
