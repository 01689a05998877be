package org.symbolon.connectors.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.GeneralDataCoding;

/**
 * A text as parts that fit into one short message each. What all alphabets of message centres have alike is sent in their own (as
 * ASCII has it), all else as UCS-2. Several parts are put together again by a header before each (3GPP TS 23.040, section 9.2.3.24.1).
 */
final class SmppText {

    /** The characters of ASCII that have the same code in the GSM alphabet (3GPP TS 23.038, section 6.2.1). */
    private static final Pattern COMMON = Pattern.compile("[A-Za-z0-9 \\r\\n!\"#%&'()*+,\\-./:;<=>?]*");

    private static final int SEPTETS = 160;
    private static final int SEPTETS_OF_SEVERAL = 153;
    private static final int CHARACTERS = 70;
    private static final int CHARACTERS_OF_SEVERAL = 67;
    private static final int MOST_PARTS = 255;

    /** The bit in the class of a message that says that a header comes first. */
    private static final int HAS_HEADER = 0x40;

    /**
     * One short message.
     *
     * @param features the class of the message
     */
    @SuppressWarnings("ArrayRecordComponent") // parts are not compared
    record Part(int features, DataCoding coding, byte[] octets) {

        /** Shows nothing of the text. */
        @Override
        public String toString() {
            return "Part[" + octets.length + "]";
        }
    }

    private SmppText() {}

    /**
     * The parts of a text; what would not fit into as many as there can be is left out.
     *
     * @param reference the same for all parts of one message, and another one for the next
     */
    static List<Part> of(String text, int reference) {
        return COMMON.matcher(text).matches()
                ? parts(text, reference, US_ASCII, Alphabet.ALPHA_DEFAULT, SEPTETS, SEPTETS_OF_SEVERAL)
                : parts(text, reference, UTF_16BE, Alphabet.ALPHA_UCS2, CHARACTERS, CHARACTERS_OF_SEVERAL);
    }

    private static List<Part> parts(
            String text, int reference, Charset charset, Alphabet alphabet, int whole, int ofSeveral) {
        DataCoding coding = new GeneralDataCoding(alphabet);
        if (text.length() <= whole) {
            return List.of(new Part(0, coding, text.getBytes(charset)));
        }
        List<String> pieces = cut(text, ofSeveral);
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < pieces.size(); index++) {
            byte[] header = {5, 0, 3, (byte) reference, (byte) pieces.size(), (byte) (index + 1)};
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            octets.writeBytes(header);
            octets.writeBytes(pieces.get(index).getBytes(charset));
            parts.add(new Part(HAS_HEADER, coding, octets.toByteArray()));
        }
        return parts;
    }

    /** A character of two halves is not cut in two. */
    private static List<String> cut(String text, int length) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        while (begin < text.length() && pieces.size() < MOST_PARTS) {
            int end = Math.min(begin + length, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(text.substring(begin, end));
            begin = end;
        }
        return pieces;
    }
}
