package org.symbolon.api.kernel.wire;

/** The version that answers claim: clients of eduMFA look at it to know what the server can do. */
public record WireVersion(String number) {

    String text() {
        return "eduMFA " + number;
    }
}
