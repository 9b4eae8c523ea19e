/**
 * US area codes by state and IANA zones: the 50 states, DC, PR, VI, GU, MP and AS.
 * Source: NANPA assignments, collected 2026-11-22 and cross-checked against a second public table
 * (facts, not copied code). To be checked against NANPA again before go-live.
 */
const assigned: readonly (readonly [state: string, zones: string, codes: string])[] = [
  ['AK', 'America/Anchorage America/Adak', '907'],
  ['AL', 'America/Chicago', '205 251 256 334 483 659 938'],
  ['AR', 'America/Chicago', '327 479 501 870'],
  ['AS', 'Pacific/Pago_Pago', '684'],
  ['AZ', 'America/Phoenix', '480 520 602 623'],
  ['AZ', 'America/Phoenix America/Denver', '928'],
  [
    'CA',
    'America/Los_Angeles',
    '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  ],
  ['CO', 'America/Denver', '303 719 720 748 970 983'],
  ['CT', 'America/New_York', '203 475 860 959'],
  ['DC', 'America/New_York', '202 771'],
  ['DE', 'America/New_York', '302'],
  [
    'FL',
    'America/New_York',
    '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954',
  ],
  ['FL', 'America/Chicago America/New_York', '448 850'],
  ['GA', 'America/New_York', '229 404 470 478 678 706 762 770 912 943'],
  ['GU', 'Pacific/Guam', '671'],
  ['HI', 'Pacific/Honolulu', '808'],
  ['IA', 'America/Chicago', '319 515 563 641 712'],
  ['ID', 'America/Boise America/Los_Angeles', '208 986'],
  ['IL', 'America/Chicago', '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'],
  ['IN', 'America/Indiana/Indianapolis', '260 317 463 765'],
  ['IN', 'America/Indiana/Indianapolis America/Chicago', '574 812 930'],
  ['IN', 'America/Chicago America/Indiana/Indianapolis', '219'],
  ['KS', 'America/Chicago', '316 913'],
  ['KS', 'America/Chicago America/Denver', '620 785'],
  ['KY', 'America/New_York', '502 606 859'],
  ['KY', 'America/Chicago America/New_York', '270 364'],
  ['LA', 'America/Chicago', '225 318 337 457 504 985'],
  ['MA', 'America/New_York', '339 351 413 508 617 774 781 857 978'],
  ['MD', 'America/New_York', '227 240 301 410 443 667'],
  ['ME', 'America/New_York', '207'],
  ['MI', 'America/Detroit', '231 248 269 313 517 586 616 679 734 810 947 989'],
  ['MI', 'America/Detroit America/Menominee', '906'],
  ['MN', 'America/Chicago', '218 320 507 612 651 763 924 952'],
  ['MO', 'America/Chicago', '235 314 417 557 573 636 660 816 975'],
  ['MP', 'Pacific/Saipan', '670'],
  ['MS', 'America/Chicago', '228 471 601 662 769'],
  ['MT', 'America/Denver', '406'],
  ['NC', 'America/New_York', '252 336 472 704 743 828 910 919 980 984'],
  ['ND', 'America/Chicago America/Denver', '701'],
  ['NE', 'America/Chicago America/Denver', '308 402 531'],
  ['NH', 'America/New_York', '603'],
  ['NJ', 'America/New_York', '201 551 609 640 732 848 856 862 908 973'],
  ['NM', 'America/Denver', '505 575'],
  ['NV', 'America/Los_Angeles', '702 725'],
  ['NV', 'America/Los_Angeles America/Denver', '775'],
  [
    'NY',
    'America/New_York',
    '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934',
  ],
  ['OH', 'America/New_York', '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'],
  ['OK', 'America/Chicago', '405 539 572 580 918'],
  ['OR', 'America/Los_Angeles America/Boise', '458 541'],
  ['OR', 'America/Los_Angeles', '503 971'],
  ['PA', 'America/New_York', '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'],
  ['PR', 'America/Puerto_Rico', '787 939'],
  ['RI', 'America/New_York', '401'],
  ['SC', 'America/New_York', '803 821 839 843 854 864'],
  ['SD', 'America/Chicago America/Denver', '605'],
  ['TN', 'America/Chicago', '615 629 731 901 931'],
  ['TN', 'America/New_York America/Chicago', '423 729'],
  ['TN', 'America/New_York', '865'],
  [
    'TX',
    'America/Chicago',
    '210 214 254 281 325 346 361 409 430 469 512 621 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979',
  ],
  ['TX', 'America/Chicago America/Denver', '432'],
  ['TX', 'America/Denver', '915'],
  ['UT', 'America/Denver', '385 435 801'],
  ['VA', 'America/New_York', '276 434 540 571 686 703 757 804 826 948'],
  ['VI', 'America/St_Thomas', '340'],
  ['VT', 'America/New_York', '802'],
  ['WA', 'America/Los_Angeles', '206 253 360 425 509 564'],
  ['WI', 'America/Chicago', '262 274 353 414 534 608 715 920'],
  ['WV', 'America/New_York', '304 681'],
  ['WY', 'America/Denver', '307'],
];

/** North American codes that are not the United States: Canada (with its service codes), then islands. */
const elsewhere =
  '204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 ' +
  '460 468 474 506 514 519 537 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 ' +
  '782 807 819 825 867 873 879 902 905 942 600 622 633 644 655 677 688 ' +
  '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876';

/** Toll-free codes, those set aside for later included. */
const tollFree = '800 822 833 844 855 866 877 880 881 882 883 884 885 886 887 888 889';

/** Premium, personal, carrier-specific and government codes: nobody's home. */
const services =
  '500 521 522 523 524 525 526 527 528 529 532 533 535 538 542 543 544 545 546 547 549 550 552 553 ' +
  '554 556 558 566 569 577 578 588 589 700 710 900';

export type AreaCode = { readonly state: string; readonly zones: readonly string[] };

/** Every US area code; its zones in the order "most of it first". */
export const areaCodes: ReadonlyMap<string, AreaCode> = new Map(
  assigned.flatMap(([state, zones, codes]) => {
    const area: AreaCode = { state, zones: zones.split(' ') };
    return codes.split(' ').map((code) => [code, area] as const);
  }),
);

/** What an area code of the North American plan stands for; `unassigned` may be newer than the table. */
export type NumberingPlan = 'us' | 'toll-free' | 'service' | 'elsewhere' | 'unassigned';

const plans: ReadonlyMap<string, NumberingPlan> = new Map([
  ...elsewhere.split(' ').map((code) => [code, 'elsewhere'] as const),
  ...tollFree.split(' ').map((code) => [code, 'toll-free'] as const),
  ...services.split(' ').map((code) => [code, 'service'] as const),
  ...[...areaCodes.keys()].map((code) => [code, 'us'] as const),
]);

export const numberingPlanOf = (areaCode: string): NumberingPlan =>
  plans.get(areaCode) ?? 'unassigned';
