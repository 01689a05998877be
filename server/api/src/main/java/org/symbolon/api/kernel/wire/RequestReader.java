package org.symbolon.api.kernel.wire;

import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.spool.StoredBytes;

/**
 * Merges the sources of parameters in the order that eduMFA merges them: path over JSON over query over form, except
 * that a form beats the query on GET. It never asks the container for parameters, whose rules are others.
 */
public final class RequestReader {

    private static final Set<String> FORM_METHODS = Set.of("POST", "PUT", "PATCH");

    /** What a request brings, as the request line and the header fields have it. */
    public record Source(
            String method, String query, Map<String, String> variables, String userAgent, String contentType) {}

    /** Throws an {@code ApiException} for whatever is malformed or too much. */
    public Parameters read(Source source, long announcedLength, InputStream input) {
        return merged(source, () -> RequestBody.read(source.contentType(), announcedLength, input));
    }

    /** The same of a body that was let in though it is large. */
    public Parameters read(Source source, StoredBytes large) {
        return merged(source, () -> RequestBody.of(source.contentType(), large));
    }

    private static Parameters merged(Source source, Supplier<RequestBody> reading) {
        ParameterMerge merge = new ParameterMerge(source.userAgent());
        merge.variables(source.variables());
        RequestBody body = reading.get();
        boolean isForm = (body.isForm() || body.isMultipart()) && !body.isEmpty();
        if (isForm && FORM_METHODS.contains(source.method())) {
            merge.query(source.query());
            body.addFieldsTo(merge);
        } else if (isForm && source.method().equals("GET")) {
            body.addFieldsTo(merge);
            merge.query(source.query());
        } else {
            body.json().ifPresent(merge::json);
            merge.query(source.query());
        }
        return merge.merged();
    }
}
