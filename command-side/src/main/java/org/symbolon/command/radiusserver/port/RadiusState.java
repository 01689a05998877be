package org.symbolon.command.radiusserver.port;

import java.util.Arrays;
import java.util.HexFormat;

/** What a server gives along with a challenge and wants back, untouched, with its answer: 1 to 253 bytes. */
public final class RadiusState {

    private static final int LONGEST = 253;

    private final byte[] bytes;

    private RadiusState(byte[] bytes) {
        if (bytes.length < 1 || bytes.length > LONGEST) {
            throw new IllegalArgumentException("A state has 1 to 253 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static RadiusState of(byte[] bytes) {
        return new RadiusState(bytes.clone());
    }

    public static RadiusState ofHex(String hex) {
        return new RadiusState(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RadiusState state && Arrays.equals(bytes, state.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RadiusState[" + bytes.length + "]";
    }
}
