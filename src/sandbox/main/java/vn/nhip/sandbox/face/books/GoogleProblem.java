package vn.nhip.sandbox.face.books;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.nhip.sandbox.face.rest.RestAnswer;

/** How Google's REST APIs say no. */
public final class GoogleProblem {

    private GoogleProblem() {}

    static RestAnswer of(int code, String status, String message) {
        return RestAnswer.json(code, body(code, status, message).toString());
    }

    private static ObjectNode body(int code, String status, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message).put("status", status);
        return body;
    }

    private static RestAnswer because(int code, String status, String message, String reason) {
        ObjectNode body = body(code, status, message);
        body.withObject("/error")
                .putArray("details")
                .addObject()
                .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                .put("reason", reason)
                .put("domain", "googleapis.com");
        return RestAnswer.json(code, body.toString());
    }

    /** A token that was given for less. */
    public static RestAnswer scope() {
        return because(
                403,
                "PERMISSION_DENIED",
                "Request had insufficient authentication scopes.",
                "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    }

    /** A project that has the API switched off. */
    public static RestAnswer disabled() {
        return because(
                403,
                "PERMISSION_DENIED",
                "Google Sheets API has not been used in project 1 before or it is disabled.",
                "SERVICE_DISABLED");
    }

    /** Somebody who was not given the right. */
    public static RestAnswer permission() {
        return of(403, "PERMISSION_DENIED", "The caller does not have permission");
    }

    /** More writing in one minute than one user may do. */
    public static RestAnswer quota() {
        return because(
                429,
                "RESOURCE_EXHAUSTED",
                "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of"
                        + " service 'sheets.googleapis.com' for consumer 'project_number:1'.",
                "RATE_LIMIT_EXCEEDED");
    }

    public static RestAnswer internal() {
        return of(500, "INTERNAL", "Internal error encountered.");
    }

    /** A workbook of another make, as it was uploaded. */
    public static RestAnswer officeFile() {
        return of(400, "FAILED_PRECONDITION", "This operation is not supported for this document");
    }

    /** A tab that its owner protected. */
    public static RestAnswer protectedCells() {
        return of(
                400,
                "INVALID_ARGUMENT",
                "Invalid data[0]: You are trying to edit a protected cell or object. Please contact the spreadsheet"
                        + " owner to remove protection if you need to edit.");
    }
}
