package vn.nhip.web.page;

import java.util.List;
import java.util.Optional;
import vn.nhip.login.Audit;
import vn.nhip.login.Role;
import vn.nhip.login.User;

/** Who may come in, and who did what. */
public record PeoplePage(List<Person> people, List<Deed> deeds, String invitation) {

    /** Roles are their ids. */
    record Person(String id, String name, String role, boolean active, boolean self) {}

    record Deed(String at, String who, String what, String about) {}

    /** A code that was just made is shown this once. */
    public static PeoplePage of(
            List<User> users, List<Audit.Deed> deeds, Optional<String> invitation, User looking, Wording words) {
        return new PeoplePage(
                users.stream()
                        .map(user -> new Person(
                                Long.toString(user.id()),
                                user.name(),
                                user.role().id(),
                                user.active(),
                                user.id() == looking.id()))
                        .toList(),
                deeds.stream()
                        .map(deed -> new Deed(
                                words.moment(Optional.of(deed.at())),
                                deed.who(),
                                words.text("web.deed." + deed.what()),
                                deed.about()))
                        .toList(),
                invitation.orElse(""));
    }

    List<String> roles() {
        return List.of(Role.VIEWER.id(), Role.EDITOR.id(), Role.ADMIN.id());
    }
}
