package vn.nhip.kit.facts;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Person;

/** Who a fact belongs to; e-mail and phone come from fields that are declared, and so normalised, as such. */
final class PersonReader {

    private final Attribute email;
    private final Attribute phone;
    private final Attribute external;

    private PersonReader(Attribute email, Attribute phone, Attribute external) {
        this.email = email;
        this.phone = phone;
        this.external = external;
    }

    /** Nothing when the rule says nothing about a person. */
    static Optional<PersonReader> of(Attributes attributes) {
        return attributes.nested("person").map(PersonReader::load);
    }

    private static PersonReader load(Attributes inner) {
        PersonReader reader =
                new PersonReader(inner.optional("email"), inner.optional("phone"), inner.optional("external"));
        inner.done();
        if (inner.map().keys().isEmpty()) {
            inner.scope().problems().add(inner.map().problem("a person needs email, phone or external"));
        }
        requireShape(inner, "email", EmailShape.class, "email: true");
        requireShape(inner, "phone", PhoneShape.class, "phone: VN");
        return reader;
    }

    private static void requireShape(Attributes inner, String name, Class<? extends Shape> shape, String declaration) {
        inner.map().find(name).ifPresent(node -> inner.scope().problems().attempt(() -> {
            requireShape(inner, node, shape, declaration);
            return name;
        }));
    }

    private static void requireShape(Attributes inner, YamlNode node, Class<? extends Shape> shape, String wanted) {
        for (String used : inner.parse(node).names()) {
            Field field = inner.scope().fields().get(used);
            if (field != null && !shape.isInstance(field.shape())) {
                throw node.problem("field '" + used + "' must be declared with " + wanted
                        + ", so that the same person is always written the same way");
            }
        }
    }

    Optional<Person> find(Group group) {
        Set<IdentityKey> keys = new HashSet<>(4);
        add(keys, IdentityKey.Type.EMAIL, email.findText(group));
        add(keys, IdentityKey.Type.PHONE, phone.findText(group));
        add(keys, IdentityKey.Type.EXTERNAL, external.findText(group));
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Person(keys));
    }

    private static void add(Set<IdentityKey> keys, IdentityKey.Type type, Optional<String> value) {
        value.ifPresent(text -> keys.add(new IdentityKey(type, text)));
    }
}
