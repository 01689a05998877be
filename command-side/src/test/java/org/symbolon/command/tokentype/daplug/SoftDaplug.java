package org.symbolon.command.tokentype.daplug;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a Daplug types for a value. */
public final class SoftDaplug {

    private SoftDaplug() {}

    /** The hexadecimal digits of its characters, as letters. */
    public static String typed(String value) {
        StringBuilder typed = new StringBuilder();
        HexFormat.of()
                .formatHex(value.getBytes(StandardCharsets.US_ASCII))
                .chars()
                .forEach(digit -> typed.append("bcdefghijk".charAt(digit - '0')));
        return typed.toString();
    }
}
