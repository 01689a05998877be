package org.symbolon.api.smsgateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of SMS gateway as web interfaces are told of it.
 *
 * @param module the name that clients send for it
 * @param options whether options beyond the parameters are welcome
 * @param headers whether headers are welcome, null if nothing is said about that
 */
record SmsProvider(String module, boolean options, Boolean headers, List<Parameter> parameters) {

    /**
     * A parameter of a provider.
     *
     * @param values what it can be, empty if it is a free text
     */
    record Parameter(String name, boolean required, String description, List<String> values) {

        static Parameter required(String name, String description, String... values) {
            return new Parameter(name, true, description, List.of(values));
        }

        static Parameter optional(String name, String description, String... values) {
            return new Parameter(name, false, description, List.of(values));
        }

        Parameter withValues(List<String> others) {
            return new Parameter(name, required, description, others);
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("required", required);
            json.put("description", description);
            if (!values.isEmpty()) {
                json.put("values", values);
            }
            return json;
        }
    }

    Map<String, Object> json() {
        Map<String, Object> described = new LinkedHashMap<>();
        parameters.forEach(parameter -> described.put(parameter.name(), parameter.json()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("options_allowed", options);
        if (headers != null) {
            json.put("headers_allowed", headers);
        }
        json.put("parameters", described);
        return json;
    }
}
