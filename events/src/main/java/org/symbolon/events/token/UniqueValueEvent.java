package org.symbolon.events.token;

/** What can happen to something that no two tokens may have. */
public sealed interface UniqueValueEvent permits UniqueValueTaken {

    String kind();

    String hash();
}
