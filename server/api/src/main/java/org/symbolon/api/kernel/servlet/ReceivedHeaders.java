package org.symbolon.api.kernel.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.symbolon.api.kernel.RequestHeaders;

/** The header fields of a request that the container holds, and only as long as it does. */
record ReceivedHeaders(HttpServletRequest source) implements RequestHeaders {

    @Override
    public List<String> all(String name) {
        return Collections.list(source.getHeaders(name));
    }

    @Override
    public RequestHeaders kept() {
        Map<String, List<String>> copied = Collections.list(source.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), this::all, (first, same) -> first));
        return name -> copied.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
