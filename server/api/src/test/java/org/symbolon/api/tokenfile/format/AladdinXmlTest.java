package org.symbolon.api.tokenfile.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.api.tokenfile.format.Reading.SEED;
import static org.symbolon.api.tokenfile.format.Reading.assertRefused;
import static org.symbolon.api.tokenfile.format.Reading.assertToken;
import static org.symbolon.api.tokenfile.format.Reading.only;
import static org.symbolon.api.tokenfile.format.Reading.tokens;
import static org.symbolon.api.tokenfile.format.TokenFileType.ALADDIN;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AladdinXmlTest {

    private static final String FILE =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <Tokens xmlns="urn:demo">
             <Token serial="DEMO2001">
              <ProductName>Demo PASS</ProductName>
              <Applications><Application ConnectorID="{a}">
               <Seed>
                 %s
               </Seed>
               <MovingFactor>%s</MovingFactor>
              </Application></Applications>
             </Token>
            </Tokens>
            """;

    private static String file(String seed, String counter) {
        return FILE.formatted(seed, counter);
    }

    @Test
    void aTokenIsAHotpTokenWithItsCounter() {
        TokenRecord token = only(ALADDIN, file("31323334 35363738 39303132 33343536 37383930", "3"));

        assertToken(token, "DEMO2001", "hotp", SEED, Map.of("hashlib", "sha1"));
        assertThat(token.counter()).isEqualTo(3);
    }

    @Test
    void aLongSeedIsThatOfSha256() {
        assertThat(only(ALADDIN, file("ab".repeat(32), "")).parameters()).containsEntry("hashlib", "sha256");
    }

    @Test
    void severalTokensAndPrefixesThatNobodyDeclared() {
        assertThat(
                        tokens(
                                ALADDIN,
                                """
                        <a:Tokens><a:Token SERIAL="A"><Applications><Application><Seed>aa</Seed></Application>
                        </Applications></a:Token><Other/><Token serial="B"><Applications><Application><Seed>bb</Seed>
                        </Application></Applications></Token></a:Tokens>
                        """))
                .extracting(TokenRecord::serial)
                .containsExactly("A", "B");
        assertThat(tokens(ALADDIN, "<Tokens/>")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <Other/>                       | No Tokens found in the XML. Could not import any tokens.
            <Tokens>                       | The file is no well-formed XML. No token was imported.
            S1,aa                          | The file is no well-formed XML. No token was imported.
            <Tokens><Token/></Tokens>      | In token 1 the serial is missing. No token was imported.
            <Tokens><Token serial="A"/></Tokens> | In token 1 the key is missing or no hexadecimal number. No token was imported.
            """)
    void whatIsMalformedIsRefused(String file, String fault) {
        assertRefused(ALADDIN, file, 304, fault);
    }

    @ParameterizedTest
    @CsvSource({"zz,0,the key is missing or no hexadecimal number", "aa,x,the counter is no number from 0 to 2147483647"
    })
    void soAreSeedsAndCounters(String seed, String counter, String fault) {
        assertRefused(ALADDIN, file(seed, counter), 304, "In token 1 " + fault + ". No token was imported.");
    }
}
