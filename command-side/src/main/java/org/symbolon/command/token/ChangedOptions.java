package org.symbolon.command.token;

/** How many options of machine tokens were set, and how many taken away. */
public record ChangedOptions(int set, int removed) {

    ChangedOptions plus(ChangedOptions more) {
        return new ChangedOptions(set + more.set, removed + more.removed);
    }
}
