package org.symbolon.api.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.HandledEvents;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.projections.config.ConfigurationView;

/** Where nobody listens, nothing is made, asked or looked up: the one look into memory aside. */
class HandlerTurnsTest {

    private int looks;

    /** What runs handlers is not there: whoever asks it fails. */
    private final HandlerTurns turns = new HandlerTurns(
            () -> {
                looks++;
                return ConfigurationView.EMPTY;
            },
            null);

    private static ApiRequest request(Route route) {
        return new ApiRequest(route, route.method(), name -> List.of(), "127.0.0.1");
    }

    private static Route route() {
        return Route.open("POST", "/validate/check", request -> Reply.value(true));
    }

    @Test
    void aRequestThatNobodyListensToCostsOneLook() {
        HandledEvents.Turn turn = turns.before(request(route().raises("validate_check")));
        Reply reply = Reply.value(true);

        assertThat(turn.after(reply)).isSameAs(reply);
        assertThat(turn).isSameAs(HandledEvents.Turn.NOBODYS);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void aRequestThatRaisesNoEventCostsNone() {
        assertThat(turns.before(request(route()))).isSameAs(HandledEvents.Turn.NOBODYS);
        assertThat(looks).isZero();
    }
}
