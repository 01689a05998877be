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
     * @throws ApiException 905 if it is empty; whoever goes through it learns with 304 what cannot be understood, with the place and without
     *     its content
     */
    public TokenFile read(FileText text, PskcOptions options) {
        if (text.isBlank()) {
            throw ApiException.parameter("Error loading token file. File empty!");
        }
        PasswordKey fromPassword = new PasswordKey(options.password());
        return new TokenFile(listener -> tell(text, options, fromPassword, listener));
    }

    private void tell(FileText text, PskcOptions options, PasswordKey fromPassword, TokenFile.Listener listener) {
        switch (this) {
            case ALADDIN -> AladdinXml.tell(text, listener);
            case OATH -> OathCsv.tell(text, listener);
            case YUBIKEY -> YubikeyCsv.tell(text, listener);
            case PSKC -> Pskc.tell(text, options, fromPassword, listener);
        }
    }
}
