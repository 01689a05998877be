package org.symbolon.connectors.caconnector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message in the encoding of Protocol Buffers, as far as the worker of Microsoft's authorities uses it: numbers, texts and messages, by the
 * numbers of their fields. Whoever sends a number as a text, or the other way round, is understood as well.
 */
final class WireMessage {

    private static final int NUMBER = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;
    private static final int TYPE_BITS = 3;
    private static final int GROUP_BITS = 7;
    private static final int LAST_GROUP = 63;

    private final Map<Integer, List<Object>> fields = new TreeMap<>();

    /** The same with a text more. */
    WireMessage with(int field, String text) {
        return add(field, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a number more. */
    WireMessage with(int field, long number) {
        return add(field, number);
    }

    /** The same with a message more. */
    WireMessage with(int field, WireMessage inner) {
        return add(field, inner.bytes());
    }

    private WireMessage add(int field, Object value) {
        fields.computeIfAbsent(field, number -> new ArrayList<>()).add(value);
        return this;
    }

    /** A number; nothing sent is zero. */
    long number(int field) {
        Object last = last(field).orElse(0L);
        if (last instanceof Long number) {
            return number;
        }
        String text = new String((byte[]) last, StandardCharsets.UTF_8);
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("No number");
        }
        return Long.parseLong(text);
    }

    /** A text; nothing sent is empty. */
    String text(int field) {
        return last(field).map(WireMessage::text).orElse("");
    }

    List<String> texts(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(WireMessage::text)
                .toList();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
    }

    /** A message; nothing sent is an empty one. */
    WireMessage inner(int field) {
        return last(field)
                .map(value -> value instanceof byte[] bytes ? read(bytes) : new WireMessage())
                .orElseGet(WireMessage::new);
    }

    private Optional<Object> last(int field) {
        List<Object> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((field, values) -> values.forEach(value -> {
            if (value instanceof byte[] bytes) {
                write(out, ((long) field << TYPE_BITS) | LENGTH_DELIMITED);
                write(out, bytes.length);
                out.writeBytes(bytes);
            } else {
                write(out, ((long) field << TYPE_BITS) | NUMBER);
                write(out, (Long) value);
            }
        }));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest >>> GROUP_BITS != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= GROUP_BITS;
        }
        out.write((int) rest);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the bytes are none
     */
    static WireMessage read(byte[] bytes) {
        WireMessage message = new WireMessage();
        Reader reader = new Reader(bytes);
        while (reader.hasMore()) {
            long tag = reader.number();
            int field = (int) (tag >>> TYPE_BITS);
            switch ((int) (tag & 0x7)) {
                case NUMBER -> message.add(field, reader.number());
                case LENGTH_DELIMITED -> message.add(field, reader.bytes(reader.number()));
                case EIGHT_BYTES -> reader.bytes(Long.BYTES);
                case FOUR_BYTES -> reader.bytes(Integer.BYTES);
                default -> throw new IllegalArgumentException("No field");
            }
        }
        return message;
    }

    /** Where in the bytes we are. */
    private static final class Reader {

        private final byte[] bytes;
        private int at;

        private Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        private boolean hasMore() {
            return at < bytes.length;
        }

        private long number() {
            long number = 0;
            for (int shift = 0; shift <= LAST_GROUP; shift += GROUP_BITS) {
                byte next = bytes(1)[0];
                number |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("No number");
        }

        private byte[] bytes(long count) {
            if (count < 0 || count > bytes.length - at) {
                throw new IllegalArgumentException("Too short");
            }
            byte[] found = Arrays.copyOfRange(bytes, at, at + (int) count);
            at += (int) count;
            return found;
        }
    }
}
