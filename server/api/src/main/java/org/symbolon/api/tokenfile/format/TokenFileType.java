package org.symbolon.api.tokenfile.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.symbolon.api.kernel.ApiException;

/** The formats of token files, by the names that a request calls them. */
public enum TokenFileType {
    ALADDIN("aladdin-xml"),
    OATH("oathcsv", "OATH CSV"),
    YUBIKEY("yubikeycsv", "Yubikey CSV"),
    PSKC("pskc");

    private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final String otherName;

    TokenFileType(String name) {
        this(name, name);
    }

    TokenFileType(String name, String otherName) {
        this.name = name;
        this.otherName = otherName;
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values())
                .flatMap(type -> Stream.of(type.name, type.otherName))
                .distinct()
                .toList();
    }

    /**
     * The format of this name.
     *
     * @throws ApiException 301 if there is none
     */
    public static TokenFileType of(String wanted) {
        return Arrays.stream(values())
                .filter(type -> type.name.equals(wanted) || type.otherName.equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiException.tokenAdmin("Unknown file type: >>" + wanted
                        + "<<. We only know the types: >>" + String.join(", ", names()) + "<<"));
    }

    /**
     * What the file holds.
     *
     * @throws ApiException 905 if it is empty; 304 if it cannot be understood, with the place and without its content
     */
    public TokenFile read(String content, PskcOptions options) {
        String text = content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content;
        if (text.isBlank()) {
            throw ApiException.parameter("Error loading token file. File empty!");
        }
        if (text.stripLeading().startsWith(ARMOUR)) {
            throw FileFault.of(
                    "The file is encrypted with PGP, and this server has no PGP keys. Decrypt it before it is"
                            + " uploaded.");
        }
        return switch (this) {
            case ALADDIN -> AladdinXml.read(text.strip());
            case OATH -> OathCsv.read(text);
            case YUBIKEY -> YubikeyCsv.read(text);
            case PSKC -> Pskc.read(text.strip(), options);
        };
    }
}
