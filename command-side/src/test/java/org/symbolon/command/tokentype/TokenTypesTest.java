package org.symbolon.command.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.spass.SpassType;

class TokenTypesTest {

    /** Another type that calls itself like one that is there. */
    private static final class OtherHotp implements TokenType {

        @Override
        public TypeDescription describe() {
            return new HotpType().describe();
        }

        @Override
        public EnrolmentStep enrol(EnrolmentRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Judgement judge(TokenView token, Credential credential, Circumstances now) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void twoTypesOfOneNameStopTheStartAndAreBothNamed() {
        assertThatThrownBy(() -> new TokenTypes(List.of(new HotpType(), new SpassType(), new OtherHotp())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'hotp'")
                .hasMessageContaining(HotpType.class.getName())
                .hasMessageContaining(OtherHotp.class.getName());
    }

    @Test
    void theDefaultIsOneOfThem() {
        assertThat(TokenTypes.all().find(TokenTypes.DEFAULT)).isPresent();
    }
}
