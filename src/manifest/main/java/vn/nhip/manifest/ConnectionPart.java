package vn.nhip.manifest;

import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;
import vn.nhip.manifest.component.Source;
import vn.nhip.spi.Auth;

/** The {@code connection:} of a {@code facts.yaml}: whose login it is, how it comes about, and which input gets its token. */
final class ConnectionPart {

    private ConnectionPart() {}

    static Auth auth(YamlMap map) {
        map.allow("provider", "token", "oauth", "ways");
        Optional<Auth.OAuth> oauth = map.find("oauth").map(YamlNode::map).map(ConnectionPart::oauth);
        Set<Auth.Way> ways = EnumSet.noneOf(Auth.Way.class);
        map.list("ways").forEach(way -> ways.add(way.choice(Auth.Way.class)));
        if (ways.isEmpty()) {
            ways.add(oauth.isPresent() ? Auth.Way.OAUTH_CODE : Auth.Way.TOKEN);
        }
        return map.require("provider").parse(provider -> new Auth(provider, ways, oauth), "a provider in kebab-case");
    }

    private static Auth.OAuth oauth(YamlMap map) {
        map.allow("authorize", "token", "scopes", "parameters", "revoke");
        Map<String, String> parameters = new HashMap<>();
        map.entries("parameters").forEach((name, value) -> parameters.put(name, value.text()));
        return new Auth.OAuth(
                address(map.require("authorize")),
                address(map.require("token")),
                map.find("scopes").map(YamlNode::texts).orElse(List.of()),
                parameters,
                map.find("revoke").map(ConnectionPart::address));
    }

    private static URI address(YamlNode node) {
        return node.parse(URI::create, "an address");
    }

    /** The input that gets the token; empty when the manifest's authenticator is given it directly. */
    static String token(YamlMap map, Source source) {
        Optional<YamlNode> token = map.find("token");
        token.ifPresent(node -> {
            if (source.inputs().stream().noneMatch(input -> input.name().equals(node.text()))) {
                throw node.problem("the manifest's spec has no property '" + node.text() + "'");
            }
        });
        return token.map(YamlNode::text).orElse("");
    }
}
