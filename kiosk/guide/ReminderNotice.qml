import kiosk.controls
import kiosk.guide

// The notice of a reminder, for as long as it is due.
ReminderPanel {
    required property Reminders reminders
    required property Reminding reminding

    shown: reminding.shown
    title: reminders.title
    channel: reminding.channelName
    onWatched: reminders.watch()
    onClosed: reminders.close()
}
