/** The shortcodes an app of this kind uses; an unknown one stays as it was typed. */
const table = `
white_check_mark ✅|heavy_check_mark ✔️|x ❌|negative_squared_cross_mark ❎|warning ⚠️|no_entry ⛔
no_entry_sign 🚫|rotating_light 🚨|exclamation ❗|question ❓|bangbang ‼️|information_source ℹ️
red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢|large_blue_circle 🔵
large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_green_square 🟩|large_red_square 🟥
large_yellow_square 🟨|large_blue_square 🟦|white_large_square ⬜|black_large_square ⬛|white_small_square ▫️
hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|alarm_clock ⏰|clock1 🕐|clock9 🕘|clock10 🕙|clock3 🕒
calendar 📅|date 📅|spiral_calendar_pad 🗓️|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉
bar_chart 📊|clipboard 📋|memo 📝|pencil ✏️|pencil2 ✏️|page_facing_up 📄|file_folder 📁|open_file_folder 📂
card_index 📇|bookmark_tabs 📑|paperclip 📎|pushpin 📌|round_pushpin 📍|scissors ✂️|wastebasket 🗑️
inbox_tray 📥|outbox_tray 📤|package 📦|mailbox 📫|email ✉️|envelope ✉️|incoming_envelope 📨|e-mail 📧
speech_balloon 💬|left_speech_bubble 🗨️|thought_balloon 💭|loudspeaker 📢|mega 📣|bell 🔔|no_bell 🔕
phone ☎️|telephone_receiver 📞|iphone 📱|calling 📲|computer 💻|satellite_antenna 📡|battery 🔋
airplane ✈️|airplane_departure 🛫|airplane_arriving 🛬|rocket 🚀|ship 🚢|car 🚗|globe_with_meridians 🌐
earth_americas 🌎|earth_africa 🌍|world_map 🗺️|compass 🧭|luggage 🧳|passport_control 🛂|ticket 🎫|hotel 🏨
palm_tree 🌴|beach_with_umbrella 🏖️|desert_island 🏝️|sunny ☀️|partly_sunny ⛅|cloud ☁️|snowflake ❄️
umbrella ☔|zap ⚡|fire 🔥|star ⭐|star2 🌟|sparkles ✨|tada 🎉|confetti_ball 🎊|gift 🎁|trophy 🏆|medal 🏅
dart 🎯|crystal_ball 🔮|bulb 💡|mag 🔍|mag_right 🔎|key 🔑|lock 🔒|unlock 🔓|shield 🛡️|scales ⚖️|gear ⚙️
wrench 🔧|hammer 🔨|hammer_and_wrench 🛠️|link 🔗|robot_face 🤖|test_tube 🧪|microscope 🔬|moneybag 💰
dollar 💵|money_with_wings 💸|credit_card 💳|receipt 🧾|heavy_dollar_sign 💲|bank 🏦|office 🏢|house 🏠
house_with_garden 🏡|arrow_forward ▶️|pause_button ⏸️|black_square_for_stop ⏹️|double_vertical_bar ⏸️
rewind ⏪|fast_forward ⏩|arrow_up ⬆️|arrow_down ⬇️|arrow_left ⬅️|arrow_right ➡️|arrow_upper_right ↗️
arrow_lower_right ↘️|arrows_counterclockwise 🔄|repeat 🔁|heavy_plus_sign ➕|heavy_minus_sign ➖|new 🆕
ok 🆗|sos 🆘|stop_sign 🛑|construction 🚧|checkered_flag 🏁|flag-us 🇺🇸|flag-br 🇧🇷|us 🇺🇸|br 🇧🇷|flag-pt 🇵🇹
wave 👋|thumbsup 👍|+1 👍|thumbsdown 👎|-1 👎|clap 👏|raised_hands 🙌|pray 🙏|muscle 💪|point_right 👉
point_left 👈|point_up ☝️|point_down 👇|ok_hand 👌|v ✌️|raised_hand ✋|hand ✋|writing_hand ✍️|eyes 👀|eye 👁️
smile 😄|smiley 😃|grinning 😀|slightly_smiling_face 🙂|wink 😉|blush 😊|joy 😂|heart_eyes 😍|thinking_face 🤔
neutral_face 😐|disappointed 😞|cry 😢|sob 😭|rage 😡|sleeping 😴|zzz 💤|see_no_evil 🙈|heart ❤️|green_heart 💚
blue_heart 💙|yellow_heart 💛|broken_heart 💔|bust_in_silhouette 👤|busts_in_silhouette 👥|family 👪
adult 🧑|man 👨|woman 👩|baby 👶|girl 👧|boy 👦|crown 👑|one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣
seven 7️⃣|eight 8️⃣|nine 9️⃣|zero 0️⃣|keycap_ten 🔟|hash #️⃣|100 💯|small_blue_diamond 🔹
small_orange_diamond 🔸|diamond_shape_with_a_dot_inside 💠|seedling 🌱|four_leaf_clover 🍀|coffee ☕|birthday 🎂
christmas_tree 🎄|santa 🎅|egg 🥚|snowman ⛄|ballot_box_with_ballot 🗳️|label 🏷️|bookmark 🔖|books 📚|book 📖
ledger 📒|newspaper 📰|camera 📷|art 🎨|musical_note 🎵|microphone 🎤|headphones 🎧|studio_microphone 🎙️
raising_hand 🙋|information_desk_person 💁|detective 🕵️|cop 👮|ghost 👻|bug 🐛|bee 🐝|turtle 🐢|snail 🐌
ladder 🪜|magnet 🧲|fuelpump ⛽|vertical_traffic_light 🚦|traffic_light 🚥|anchor ⚓|mailbox_with_mail 📬
`;

const emoji = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((entry) => /** @type {[string, string]} */ (entry.trim().split(' '))),
);

/** @returns {string | null} the character for `white_check_mark`, null for a name it does not know */
export function emojiOf(name) {
  return emoji.get(name.replace(/::skin-tone-\d$/, '')) ?? null;
}

/** Replaces `:shortcodes:` in text that has no other markup (`plain_text` with emoji). */
export function withEmoji(text) {
  return String(text).replace(/:([a-z0-9_+'-]+):/g, (whole, name) => emojiOf(name) ?? whole);
}
