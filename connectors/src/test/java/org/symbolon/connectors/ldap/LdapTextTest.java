package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdapTextTest {

    /** MS-DTYP 2.3.4.2 has the order of the bytes, 2.4.2 that of a SID. */
    private static final byte[] GUID = HexFormat.of().parseHex("78563412bc9af0de0123456789abcdef");

    private static final String GUID_TEXT = "12345678-9abc-def0-0123-456789abcdef";

    @Test
    void anObjectGuidIsAUuidWithItsFirstPartsTurned() {
        assertThat(LdapText.of(new Attribute("objectGUID", GUID))).containsExactly(GUID_TEXT);
        assertThat(LdapText.equality("objectGUID", GUID_TEXT).orElseThrow().getAssertionValueBytes())
                .isEqualTo(GUID);
        assertThat(LdapText.equality("objectguid", GUID_TEXT.toUpperCase(java.util.Locale.ROOT))
                        .orElseThrow()
                        .getAssertionValueBytes())
                .isEqualTo(GUID);
        assertThat(LdapText.equality("objectGUID", "no uuid")).isEmpty();
    }

    @Test
    void aSidIsTheTextThatWindowsShows() {
        byte[] sid = HexFormat.of().parseHex("010500000000000515000000a065cf7e784b9b5fe77c8770091c0100");

        assertThat(LdapText.of(new Attribute("objectSid", sid)))
                .containsExactly("S-1-5-21-2127521184-1604012920-1887927527-72713");
        assertThat(LdapText.of(new Attribute("objectSid", new byte[] {1, 5, 0})))
                .as("what is none is shown as it is")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ada, (uid=ada)",
        "*, (uid=*)",
        "**, (uid=*)",
        "a*, (uid=a*)",
        "*a, (uid=*a)",
        "*a*b*, (uid=*a*b*)",
        "a)(cn=*, (uid=a\\29\\28cn=*)",
        "a\\2a*, (uid=a\\5c2a*)",
    })
    void onlyTheStarOfAPatternMeansAnything(String pattern, String filter) {
        assertThat(LdapText.like("uid", pattern).map(Filter::toString)).hasValue(filter);
    }

    @Test
    void whatIsTypedIsOneValueWhateverItHolds() {
        assertThat(LdapText.equality("uid", "a*)(\\").map(Filter::toString)).hasValue("(uid=a\\2a\\29\\28\\5c)");
        assertThat(LdapText.equality("uid", "")).isEmpty();
        assertThat(LdapText.equality("uid", " ada")).isEmpty();
    }
}
