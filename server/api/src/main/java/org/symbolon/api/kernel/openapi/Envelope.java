package org.symbolon.api.kernel.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.api.kernel.Shape;

/** The envelope that every answer in JSON has, and that of errors. */
final class Envelope {

    static final String ERROR = "Error";

    private static final String SUCCESS = "Answer";

    private Envelope() {}

    static Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(SUCCESS, Schemas.of(success()));
        schemas.put(ERROR, Schemas.of(error()));
        return schemas;
    }

    private static Shape success() {
        return common("What every answer has beside its value.")
                .with(
                        "versionnumber",
                        Shape.text("The version of eduMFA that the server behaves as.")
                                .required())
                .with(
                        "result",
                        Shape.fields("")
                                .with(
                                        "status",
                                        Shape.flag("True: the request was answered.")
                                                .required())
                                .with(
                                        "authentication",
                                        Shape.choice(
                                                "Beside the value of a log-in that was checked.", "ACCEPT", "REJECT"))
                                .required());
    }

    private static Shape error() {
        Shape error = Shape.fields("")
                .with("code", Shape.number("What is wrong, as a number.").required())
                .with("message", Shape.text("What is wrong, in words.").required());
        return common("The answer to a request that is refused.")
                .with("detail", Shape.object("More about a refused log-in.").orNull())
                .with(
                        "result",
                        Shape.fields("")
                                .with(
                                        "status",
                                        Shape.flag("False: the request was refused.")
                                                .required())
                                .with("error", error.required())
                                .required());
    }

    private static Shape common(String about) {
        return Shape.fields(about)
                .with(
                        "id",
                        Shape.number("2 beside a log-in that was checked, else 1.")
                                .required())
                .with("jsonrpc", Shape.choice("", "2.0").required())
                .with("time", Shape.decimal("When, in seconds since 1970.").required())
                .with(
                        "version",
                        Shape.text("The name and version that the server behaves as.")
                                .required())
                .with("nonce", Shape.text("The parameter of that name, where one was sent and the answer is signed."))
                .with(
                        "signature",
                        Shape.text(
                                "RSA-PSS over the canonical JSON of everything else; not there where signing is off."));
    }

    static Map<String, Object> content(String schema) {
        return Map.of("application/json", Map.of("schema", reference(schema)));
    }

    /** The schema of an answer with this value, and perhaps this detail. */
    static Map<String, Object> around(Shape value, Shape detail) {
        Shape result = Shape.fields("").with("value", value.isNullable() ? value : value.required());
        Shape body = Shape.fields("").with("result", result.required());
        Shape whole = detail == null ? body : body.with("detail", detail);
        return Map.of("allOf", List.of(reference(SUCCESS), Schemas.of(whole)));
    }

    private static Map<String, Object> reference(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }
}
