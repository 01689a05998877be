package org.symbolon.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.radiusclient.RadiusAttribute;
import org.symbolon.policy.matching.PolicyRefusal;

class RadiusAttributeListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Class=staff | 25 | 7374616666",
                "class=staff | 25 | 7374616666",
                "Filter-Id=\"VPN users\" | 11 | 56504e207573657273",
                "Filter-Id=\"a\\\"b\" | 11 | 612262",
                "Class=0x00ff | 25 | 00ff",
                "Session-Timeout=3600 | 27 | 00000e10",
                "Session-Timeout=4294967295 | 27 | ffffffff",
                "Framed-IP-Address=10.1.2.3 | 8 | 0a010203",
                "Framed-IPv6-Address=2001:db8::1 | 168 | 20010db8000000000000000000000001",
                "26.9.1=shell:priv-lvl=15 | 26 | 000000090113 7368656c6c3a707269762d6c766c3d3135",
                "Attr-26.12356.1=staff | 26 | 000030440107 7374616666",
                "26.3076.30=0x00000001 | 26 | 00000c041e06 00000001"
            })
    void anAttributeIsReadAsItTravels(String written, int type, String octets) {
        assertThat(RadiusAttributeList.of(List.of(written)))
                .containsExactly(new RadiusAttribute(type, octets.replace(" ", "")));
    }

    @Test
    void whatAllPoliciesSayIsToldInItsOrder() {
        assertThat(RadiusAttributeList.of(List.of(" Class=a  Class=b ", "Idle-Timeout=5", "")))
                .extracting(RadiusAttribute::type)
                .containsExactly(25, 25, 28);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Class",
                "Class=",
                "=staff",
                "Class=\"open",
                "Class=a b",
                "Unheard-Of=1",
                "State=1",
                "Message-Authenticator=0x00",
                "Proxy-State=1",
                "Session-Timeout=long",
                "Session-Timeout=-1",
                "Session-Timeout=4294967296",
                "Framed-IP-Address=host",
                "Framed-IP-Address=2001:db8::1",
                "Framed-IPv6-Address=10.0.0.1",
                "26.0.1=x",
                "26.16777216.1=x",
                "26.9.256=x",
                "27.9.1=x"
            })
    void whatNobodyCanMakeSenseOfIsRefused(String written) {
        assertThatThrownBy(() -> RadiusAttributeList.of(List.of(written)))
                .isInstanceOf(PolicyRefusal.class)
                .hasMessage("A policy says 'radius_attributes' in a way that cannot be followed.");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(RadiusAttributeList.of(List.of("Class=" + "x".repeat(253)))).hasSize(1);
        assertThatThrownBy(() -> RadiusAttributeList.of(List.of("Class=" + "x".repeat(254))))
                .isInstanceOf(PolicyRefusal.class);
        assertThatThrownBy(() -> RadiusAttributeList.of(List.of("26.9.1=" + "x".repeat(248))))
                .isInstanceOf(PolicyRefusal.class);
        assertThatThrownBy(() -> RadiusAttributeList.of(List.of(("Class=" + "x".repeat(250) + " ").repeat(12))))
                .isInstanceOf(PolicyRefusal.class);
    }
}
