package org.symbolon.server.endtoend;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered, and the parts of it that tests ask for most. */
record Answer(int status, String contentType, String body) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    Map<String, Object> json() {
        return map(MAPPER.readValue(body, Object.class));
    }

    Map<String, Object> result() {
        return map(json().get("result"));
    }

    Object value() {
        return result().get("value");
    }

    Map<String, Object> valueMap() {
        return map(value());
    }

    /** The value, where it is a list of objects. */
    List<Map<String, Object>> list() {
        return ((List<?>) value()).stream().map(Answer::map).toList();
    }

    /** A list in the value under this key, such as the tokens of a page. */
    List<Map<String, Object>> rows(String key) {
        return ((List<?>) valueMap().get(key)).stream().map(Answer::map).toList();
    }

    Map<String, Object> detail() {
        return map(json().get("detail"));
    }

    String message() {
        return String.valueOf(detail().get("message"));
    }

    boolean isAccepted() {
        return status == 200 && "ACCEPT".equals(result().get("authentication"));
    }

    boolean isRejected() {
        return status == 200 && "REJECT".equals(result().get("authentication"));
    }

    int errorCode() {
        return (Integer) map(result().get("error")).get("code");
    }

    String errorMessage() {
        return (String) map(result().get("error")).get("message");
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are always texts
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
