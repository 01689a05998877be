package org.symbolon.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.RowsOfStrangers.LeftOut;
import org.symbolon.events.shared.Caller;

class RowsOfStrangersTest {

    private static final int AT_ONCE = 1_000;

    private long now;
    private final RowsOfStrangers rows = new RowsOfStrangers(AT_ONCE, () -> now);

    private static ApiRequest from(String address) {
        Route route = Route.open("POST", "/validate/check", request -> null);
        return new ApiRequest(route, "POST", RequestHeaders.NONE, address);
    }

    private long admitted(int number, String address) {
        return IntStream.range(0, number)
                .filter(index -> rows.admit(from(address)))
                .count();
    }

    @Test
    void anAddressGetsSoManyAtOnceAndOneASecond() {
        assertThat(admitted(AT_ONCE + 5, "192.0.2.1")).isEqualTo(AT_ONCE);
        now += Duration.ofSeconds(3).toNanos();
        assertThat(admitted(10, "192.0.2.1")).isEqualTo(3);
        assertThat(admitted(1, "192.0.2.2")).isEqualTo(1);
    }

    @Test
    void theAddressesOfOneCustomerCountAsOne() {
        assertThat(admitted(AT_ONCE, "2001:db8:0:1::1")).isEqualTo(AT_ONCE);
        assertThat(admitted(1, "2001:db8:0:1:ffff::2")).isZero();
        assertThat(admitted(1, "2001:db8:0:2::1")).isEqualTo(1);
    }

    @Test
    void allAddressesTogetherHaveABoundToo() {
        long all = IntStream.range(0, 100)
                .mapToLong(number -> admitted(AT_ONCE, "192.0.2." + number))
                .sum();
        assertThat(all).isEqualTo(20_000);
    }

    @Test
    void whatIsLeftOutIsCountedByPlaceAndAction() {
        admitted(AT_ONCE + 5, "192.0.2.1");
        admitted(AT_ONCE + 2, "192.0.2.2");
        assertThat(rows.takeLeftOut())
                .containsExactly(
                        new LeftOut("192.0.2.1", Map.of("POST /validate/check", 5L)),
                        new LeftOut("192.0.2.2", Map.of("POST /validate/check", 2L)));
        assertThat(rows.takeLeftOut()).isEmpty();
    }

    @Test
    void whereTooManyPlacesSendTheRestIsCountedTogether() {
        IntStream.range(0, 20).forEach(number -> admitted(AT_ONCE, "198.51.100." + number));
        IntStream.range(0, 150).forEach(number -> admitted(2, "192.0.2." + number));
        List<LeftOut> leftOut = rows.takeLeftOut();
        assertThat(leftOut).hasSize(101);
        assertThat(leftOut.get(100)).isEqualTo(new LeftOut("", Map.of("POST /validate/check", 100L)));
    }

    @Test
    void whatElseARequestCausesTakesPlacesOfRowsAndIsCountedBesideTheRequests() {
        String turn = "POST-EVENT validate_check>>Counter:increase_counter";
        admitted(AT_ONCE - 1, "192.0.2.1");

        assertThat(rows.admit(from("192.0.2.1"), turn)).isTrue();
        assertThat(rows.admit(from("192.0.2.1"), turn)).isFalse();
        assertThat(admitted(1, "192.0.2.1")).isZero();

        LeftOut leftOut = new LeftOut("192.0.2.1", Map.of("POST /validate/check", 1L, turn, 1L));
        assertThat(rows.takeLeftOut()).containsExactly(leftOut);
        assertThat(leftOut.number()).isEqualTo(1);
        assertThat(rows.leftOutInAll()).isEqualTo(1);
    }

    @Test
    void whoIsKnownOrHasSuccessAlwaysHasARow() {
        admitted(AT_ONCE, "192.0.2.1");
        ApiRequest known = from("192.0.2.1");
        known.caller(new Caller.Administrator("admin", ""));
        ApiRequest successful = from("192.0.2.1");
        successful.notes().success(true);
        assertThat(rows.admit(known)).isTrue();
        assertThat(rows.admit(successful)).isTrue();
        assertThat(rows.admit(from("192.0.2.1"))).isFalse();
    }
}
