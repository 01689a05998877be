package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.api.kernel.ApiException;

/** Reads a file, and says what is expected of what comes of it. */
final class Reading {

    static final String SEED = "3132333435363738393031323334353637383930";
    static final PskcOptions NO_OPTIONS = PskcOptions.of("", "", "check_fail_hard");

    private Reading() {}

    /** What a file told. */
    record Told(List<TokenRecord> tokens, int doubtful) {}

    static Told told(TokenFileType type, String text, PskcOptions options) {
        List<TokenRecord> tokens = new ArrayList<>();
        AtomicInteger doubtful = new AtomicInteger();
        type.read(FileText.of(text), options).tell(new TokenFile.Listener() {
            @Override
            public void token(TokenRecord token) {
                tokens.add(token);
            }

            @Override
            public void doubtful() {
                doubtful.incrementAndGet();
            }
        });
        return new Told(tokens, doubtful.get());
    }

    static List<TokenRecord> tokens(TokenFileType type, String text) {
        return told(type, text, NO_OPTIONS).tokens();
    }

    static TokenRecord only(TokenFileType type, String text) {
        List<TokenRecord> tokens = tokens(type, text);
        assertThat(tokens).hasSize(1);
        return tokens.get(0);
    }

    static void assertToken(TokenRecord token, String serial, String type, String key, Map<String, String> parameters) {
        assertThat(token.serial()).isEqualTo(serial);
        assertThat(token.type()).isEqualTo(type);
        assertThat(token.key().reveal()).isEqualTo(key);
        assertThat(token.parameters()).isEqualTo(parameters);
    }

    static void assertRefused(TokenFileType type, String text, int code, String message) {
        assertRefused(type, text, NO_OPTIONS, code, message);
    }

    static void assertRefused(TokenFileType type, String text, PskcOptions options, int code, String message) {
        Throwable refusal = catchThrowable(() -> told(type, text, options));

        assertThat(refusal).isInstanceOf(ApiException.class).hasMessage("ERR" + code + ": " + message);
        assertThat(((ApiException) refusal).code()).isEqualTo(code);
        assertThat(refusal).hasNoCause();
    }
}
