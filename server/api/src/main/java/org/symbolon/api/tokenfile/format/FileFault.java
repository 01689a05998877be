package org.symbolon.api.tokenfile.format;

import org.symbolon.api.kernel.ApiException;

/** What is wrong with a file. It names the place and the kind of the mistake, and never what stands there: that is keys. */
final class FileFault {

    private static final int IMPORT = 304;

    private FileFault() {}

    static ApiException of(String text) {
        return ApiException.of(IMPORT, text);
    }

    static ApiException at(String place, String text) {
        return of("In " + place + " " + text + ". No token was imported.");
    }
}
