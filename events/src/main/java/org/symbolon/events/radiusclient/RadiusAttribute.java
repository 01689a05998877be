package org.symbolon.events.radiusclient;

import java.util.HexFormat;

/**
 * An attribute of a RADIUS packet as it travels.
 *
 * @param value in hexadecimal, 253 octets at most
 */
public record RadiusAttribute(int type, String value) {

    public static final int LONGEST = 253;

    public static RadiusAttribute of(int type, byte[] value) {
        return new RadiusAttribute(type, HexFormat.of().formatHex(value));
    }
}
