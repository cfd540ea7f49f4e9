package vn.lantoa.plan.calendar;

import jakarta.inject.Singleton;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.identity.Caller;

/** The table of the whole country, for who changed it too late. */
@Singleton
class CountryCalendarViews implements CurrentState {

    private final CalendarViews views;
    private final Caller caller;

    CountryCalendarViews(CalendarViews views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    @Override
    public Current current(String id) {
        return views.shownOfCountry(caller.memberships().getFirst().organizationId(), Integer.parseInt(id));
    }
}
