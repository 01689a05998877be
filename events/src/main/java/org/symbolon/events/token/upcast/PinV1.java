package org.symbolon.events.token.upcast;

import java.util.Map;
import org.symbolon.events.shared.Pin;

/** Reads a PIN that was one text with three meanings. */
final class PinV1 {

    private PinV1() {}

    static Map<String, Object> pin(Object text) {
        Pin pin = Pin.ofText(text.toString());
        if (pin instanceof Pin.Kept kept) {
            return Map.of(
                    "kind",
                    "kept",
                    "sealed",
                    Map.of("key", kept.sealed().key(), "box", kept.sealed().box()));
        }
        return pin instanceof Pin.Hashed hashed
                ? Map.of("kind", "hashed", "hash", hashed.hash())
                : Map.of("kind", "none");
    }
}
