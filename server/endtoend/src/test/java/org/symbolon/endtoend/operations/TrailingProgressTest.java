package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.serviceid.SaveServiceid;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.projections.shared.TrailingModels;

/** Nobody waits for trailing models to handle an event that they never handle. */
@WireTest
class TrailingProgressTest {

    private CommandSender commands;
    private TrailingModels models;

    @BeforeAll
    void prepare(InProcessServer server) {
        commands = server.bean(CommandSender.class);
        models = server.bean(TrailingModels.class);
    }

    @Test
    void anEventThatNoTrailingModelIsAboutHoldsNobodyUp() {
        commands.sendAs("test", new SaveServiceid("trailing-progress", "of no request"));

        assertThat(models.await()).isTrue();
    }
}
