package org.symbolon.endtoend.harness;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered, and the parts of it that tests ask for most. */
public record Answer(int status, String contentType, String body) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    public Map<String, Object> json() {
        return map(MAPPER.readValue(body, Object.class));
    }

    public Map<String, Object> result() {
        return map(json().get("result"));
    }

    public Object value() {
        return result().get("value");
    }

    public Map<String, Object> valueMap() {
        return map(value());
    }

    /** The value, where it is a list of objects. */
    public List<Map<String, Object>> list() {
        return ((List<?>) value()).stream().map(Answer::map).toList();
    }

    /** A list in the value under this key, such as the tokens of a page. */
    public List<Map<String, Object>> rows(String key) {
        return ((List<?>) valueMap().get(key)).stream().map(Answer::map).toList();
    }

    public Map<String, Object> detail() {
        return map(json().get("detail"));
    }

    public String message() {
        return String.valueOf(detail().get("message"));
    }

    public boolean isAccepted() {
        return status == 200 && "ACCEPT".equals(result().get("authentication"));
    }

    public boolean isRejected() {
        return status == 200 && "REJECT".equals(result().get("authentication"));
    }

    /** What a log-in or a refill has handed a machine for its time without a network. */
    public Map<String, Object> offlineItem() {
        return map(((List<?>) map(json().get("auth_items")).get("offline")).get(0));
    }

    public int errorCode() {
        return (Integer) map(result().get("error")).get("code");
    }

    public String errorMessage() {
        return (String) map(result().get("error")).get("message");
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are always texts
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
