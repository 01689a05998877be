package org.symbolon.endtoend.effect;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.command.effect.Effects;
import org.symbolon.reactions.effect.EffectOutcomes;
import org.symbolon.reactions.effect.Reaction;

/** Two kinds of effects, in the servers of those tests that ask for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(Notes.PROPERTY)
class NotesConfiguration {

    @Bean
    Reaction notes(@Value("${" + Notes.PROPERTY + "}") Path folder, @Value("${symbolon.node}") String node) {
        return new NoteReaction("note", new Notes(folder), node);
    }

    @Bean
    Reaction otherNotes(@Value("${" + Notes.PROPERTY + "}") Path folder, @Value("${symbolon.node}") String node) {
        return new NoteReaction("other", new Notes(folder), node);
    }

    @Bean
    NotesEndpoint notesEndpoint(CommandDispatcher commands, EffectOutcomes outcomes) {
        return new NotesEndpoint(commands, outcomes);
    }

    @Bean
    NotesEndpoint.Commands notesCommands(Effects effects) {
        return new NotesEndpoint.Commands(effects);
    }
}
