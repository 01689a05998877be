package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What attributes say, as texts. Active Directory's {@code objectGUID} is a UUID whose first three parts are little-endian
 * (MS-DTYP 2.3.4), its {@code objectSid} a number with parts (MS-DTYP 2.4.2); both are bytes in the directory.
 */
final class LdapText {

    private static final String GUID = "objectguid";
    private static final String SID = "objectsid";
    private static final int GUID_BYTES = 16;
    private static final int SID_HEAD = 8;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private LdapText() {}

    /** All values of an attribute. */
    static List<String> of(Attribute attribute) {
        String name = attribute.getBaseName().toLowerCase(Locale.ROOT);
        return Arrays.stream(attribute.getValueByteArrays())
                .map(value -> text(name, value))
                .toList();
    }

    private static String text(String name, byte[] value) {
        if (name.equals(GUID) && value.length == GUID_BYTES) {
            return guid(value);
        }
        boolean isSid = name.equals(SID) && value.length >= SID_HEAD && value.length == SID_HEAD + 4 * value[1];
        return isSid ? sid(value) : new String(value, StandardCharsets.UTF_8);
    }

    private static String guid(byte[] value) {
        ByteBuffer parts = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        long first = (long) parts.getInt() << 32;
        long high = first | ((parts.getShort() & 0xffffL) << 16) | (parts.getShort() & 0xffffL);
        return new UUID(high, parts.order(ByteOrder.BIG_ENDIAN).getLong()).toString();
    }

    private static byte[] guid(String text) {
        UUID id = UUID.fromString(text);
        long high = id.getMostSignificantBits();
        return ByteBuffer.allocate(GUID_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >> 32))
                .putShort((short) (high >> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String sid(byte[] value) {
        ByteBuffer parts = ByteBuffer.wrap(value);
        StringBuilder text = new StringBuilder("S-").append(parts.get());
        int count = parts.get();
        text.append('-').append((((long) parts.getShort() & 0xffff) << 32) | (parts.getInt() & 0xffffffffL));
        parts.order(ByteOrder.LITTLE_ENDIAN);
        for (int part = 0; part < count; part++) {
            text.append('-').append(parts.getInt() & 0xffffffffL);
        }
        return text.toString();
    }

    /** What finds the entries with exactly this value; empty if no entry can have it. Whatever it holds is escaped. */
    static Optional<Filter> equality(String attribute, String value) {
        if (value.isEmpty() || !value.equals(value.strip())) {
            return Optional.empty();
        }
        if (!attribute.equalsIgnoreCase(GUID)) {
            return Optional.of(Filter.createEqualityFilter(attribute, value));
        }
        return UUID_TEXT.matcher(value).matches()
                ? Optional.of(Filter.createEqualityFilter(attribute, guid(value)))
                : Optional.empty();
    }

    /** What finds the entries with a value that fits; {@code *} in it stands for anything, whatever else it holds is escaped. */
    static Optional<Filter> like(String attribute, String pattern) {
        if (!pattern.contains("*")) {
            return equality(attribute, pattern);
        }
        String[] parts = pattern.split("\\*+", -1);
        List<String> between = Arrays.asList(parts).subList(1, parts.length - 1);
        String begin = emptyAsNull(parts[0]);
        String end = emptyAsNull(parts[parts.length - 1]);
        if (begin == null && end == null && between.isEmpty()) {
            return Optional.of(Filter.createPresenceFilter(attribute));
        }
        return Optional.of(Filter.createSubstringFilter(attribute, begin, between.toArray(String[]::new), end));
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
