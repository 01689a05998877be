package org.symbolon.command.tokentype.yubico.port;

import java.util.Map;

/**
 * What is asked of Yubico's service.
 *
 * @param url where it is
 * @param byPost whether the fields are sent as a form, and not in the address
 */
public record YubicoRequest(String url, boolean byPost, Map<String, String> fields) {

    public YubicoRequest {
        fields = Map.copyOf(fields);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "YubicoRequest[" + fields.keySet() + "]";
    }
}
