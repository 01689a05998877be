package org.symbolon.events.tokengroup;

/** What can happen to a token group. */
public sealed interface TokengroupEvent permits TokengroupCreated, TokengroupDescribed, TokengroupDeleted {

    String name();

    int number();
}
