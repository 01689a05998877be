package org.symbolon.events.admin;

/** What can happen to a local administrator. */
public sealed interface AdminEvent permits AdminAdded, AdminPasswordChanged, AdminEmailChanged, AdminRemoved {

    String username();
}
